{{- /*
The parts every pod is made of, running service or migration. They meet the Pod Security Standard "restricted".
*/ -}}

{{- /* The fields of a pod's spec that do not depend on what runs in it. */ -}}
{{- define "groundswell.podDefaults" -}}
{{- $pods := .root.Values.pods -}}
automountServiceAccountToken: false
# Kubernetes would add variables such as GROUNDSWELL_CREATOR_PORT for every Service: names in the space of our own.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  {{- with $pods.runAsUser }}
  runAsUser: {{ int . }}
  runAsGroup: {{ int . }}
  fsGroup: {{ int . }}
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with $pods.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $pods.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pods.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- /* The fields of a container that do not depend on what it does. */ -}}
{{- define "groundswell.containerDefaults" -}}
image: {{ include "groundswell.image" . | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  runAsNonRoot: true
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
resources:
  {{- toYaml .service.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if eq .component "advocacy" }}
  - name: click-journal
    mountPath: {{ include "groundswell.clickJournalDirectory" . }}
  {{- else if eq .component "creator" }}
  - name: search-index
    mountPath: {{ include "groundswell.searchDirectory" . }}
  {{- end }}
{{- end -}}

{{- define "groundswell.tmpVolume" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .root.Values.pods.tmpSizeLimit | quote }}
{{- end -}}

{{- /* The pod template of a running service; the journal volume of advocacy comes from its StatefulSet when it is persistent. */ -}}
{{- define "groundswell.podTemplate" -}}
{{- $values := .root.Values -}}
metadata:
  labels:
    {{- include "groundswell.selectorLabels" . | nindent 4 }}
    app.kubernetes.io/part-of: groundswell
    {{- with $values.pods.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # A pod reads its configuration once, at start: another configuration is another pod.
    checksum/config: {{ include "groundswell.configuration" . | sha256sum }}
    {{- if $values.metrics.annotations }}
    prometheus.io/scrape: "true"
    prometheus.io/port: "8080"
    prometheus.io/path: /q/metrics
    {{- end }}
    {{- with $values.pods.annotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "groundswell.componentName" . }}
  {{- include "groundswell.podDefaults" . | nindent 2 }}
  terminationGracePeriodSeconds: {{ add $values.shutdown.delaySeconds $values.shutdown.timeoutSeconds 10 }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "groundswell.selectorLabels" $ | nindent 10 }}
    {{- end }}
  containers:
    - name: {{ .component }}
      {{- include "groundswell.containerDefaults" . | nindent 6 }}
      envFrom:
        - configMapRef:
            name: {{ include "groundswell.componentName" . }}
      env:
        {{- include "groundswell.secretEnvironment" . | nindent 8 }}
      ports:
        - name: http
          containerPort: 8080
          protocol: TCP
      # Two minutes for a cold start on a busy node; the other two probes wait for it.
      startupProbe:
        httpGet:
          path: /q/health/started
          port: http
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 3
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
  volumes:
    {{- include "groundswell.tmpVolume" . | nindent 4 }}
    {{- if and (eq .component "advocacy") (not .service.clickJournal.persistent) }}
    - name: click-journal
      emptyDir:
        sizeLimit: {{ .service.clickJournal.size | quote }}
    {{- else if eq .component "creator" }}
    # A copy of the database that each replica makes for itself, and makes again in a new pod.
    - name: search-index
      emptyDir:
        sizeLimit: {{ .service.searchIndex.size | quote }}
    {{- end }}
{{- end -}}
