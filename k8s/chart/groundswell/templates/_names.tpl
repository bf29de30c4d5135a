{{- /*
Names and labels.

A "scope" is the dictionary most templates here work on: root (the chart's context), component (creator, campaign,
advocacy or gateway) and service (the component's own values).
*/ -}}

{{- define "groundswell.components" -}}
advocacy,campaign,creator,gateway
{{- end -}}

{{- /* The components that own a database. */ -}}
{{- define "groundswell.databaseComponents" -}}
advocacy,campaign,creator
{{- end -}}

{{- define "groundswell.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- /* 44 characters leave room for the longest suffix, "-advocacy-migration", within the 63 of a label value. */ -}}
{{- define "groundswell.fullname" -}}
{{- $name := include "groundswell.name" . -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 44 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 44 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 44 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "groundswell.componentName" -}}
{{- printf "%s-%s" (include "groundswell.fullname" .root) .component -}}
{{- end -}}

{{- /* Selectors can never change, so nothing in here may: no version, no chart. */ -}}
{{- define "groundswell.selectorLabels" -}}
app.kubernetes.io/name: {{ include "groundswell.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "groundswell.labels" -}}
{{ include "groundswell.selectorLabels" . }}
app.kubernetes.io/part-of: groundswell
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{- /* Address of a component inside the cluster. */ -}}
{{- define "groundswell.url" -}}
{{- printf "http://%s:8080" (include "groundswell.componentName" .) -}}
{{- end -}}

{{- /* A digest names one image for ever, a tag does not: the digest wins. */ -}}
{{- define "groundswell.image" -}}
{{- $image := .service.image -}}
{{- $registry := $image.registry | default .root.Values.image.registry -}}
{{- if $registry }}{{ trimSuffix "/" $registry }}/{{ end -}}
{{- $image.repository -}}
{{- if $image.digest -}}
@{{ $image.digest }}
{{- else -}}
:{{ $image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end -}}
