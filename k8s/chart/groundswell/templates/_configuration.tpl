{{- /*
What a process is told through its environment. The names are the runtime contract of the services; the suite sets the same ones.
*/ -}}

{{- define "groundswell.clickJournalDirectory" -}}
/var/lib/groundswell/clicks
{{- end -}}

{{- define "groundswell.searchDirectory" -}}
/var/lib/groundswell/search
{{- end -}}

{{- /* Everything that is no secret, as a map of strings. */ -}}
{{- define "groundswell.configuration" -}}
{{- $values := .root.Values -}}
QUARKUS_HTTP_HOST: "0.0.0.0"
QUARKUS_HTTP_PORT: "8080"
QUARKUS_SHUTDOWN_DELAY: {{ printf "%dS" (int $values.shutdown.delaySeconds) | quote }}
QUARKUS_SHUTDOWN_TIMEOUT: {{ printf "%dS" (int $values.shutdown.timeoutSeconds) | quote }}
{{- /* The services answer a malformed address themselves, with a problem document. */}}
JAVA_TOOL_OPTIONS: {{ printf "-Dvertx.disableURIValidation=true %s" $values.pods.javaOptions | trim | quote }}
GROUNDSWELL_ISSUER_URL: {{ $values.issuerUrl | quote }}
{{- with .service.database }}
GROUNDSWELL_DB_HOST: {{ .host | quote }}
GROUNDSWELL_DB_PORT: {{ .port | int | quote }}
GROUNDSWELL_DB_NAME: {{ .name | quote }}
GROUNDSWELL_MIGRATE_AT_START: "false"
{{- end }}
{{- if eq .component "creator" }}
GROUNDSWELL_CAMPAIGN_URL: {{ include "groundswell.url" (dict "root" .root "component" "campaign") | quote }}
GROUNDSWELL_SEARCH_DIR: {{ include "groundswell.searchDirectory" . | quote }}
{{- else if eq .component "campaign" }}
GROUNDSWELL_PUBLIC_URL: {{ $values.publicUrl | quote }}
GROUNDSWELL_CREATOR_URL: {{ include "groundswell.url" (dict "root" .root "component" "creator") | quote }}
{{- else if eq .component "advocacy" }}
GROUNDSWELL_CREATOR_URL: {{ include "groundswell.url" (dict "root" .root "component" "creator") | quote }}
GROUNDSWELL_PUBLIC_URL: {{ $values.publicUrl | quote }}
GROUNDSWELL_CLICK_JOURNAL_DIR: {{ include "groundswell.clickJournalDirectory" . | quote }}
{{- else if eq .component "gateway" }}
GROUNDSWELL_PUBLIC_URL: {{ $values.publicUrl | quote }}
GROUNDSWELL_CREATOR_URL: {{ include "groundswell.url" (dict "root" .root "component" "creator") | quote }}
GROUNDSWELL_CAMPAIGN_URL: {{ include "groundswell.url" (dict "root" .root "component" "campaign") | quote }}
GROUNDSWELL_ADVOCACY_URL: {{ include "groundswell.url" (dict "root" .root "component" "advocacy") | quote }}
{{- if $values.ingress.enabled }}
{{- /* The ingress says who the visitor is; without it anyone could. */}}
GROUNDSWELL_PASS_THROUGH_TRUST_FORWARDED_HEADERS: "true"
{{- end }}
{{- end }}
{{- range $name, $value := .service.extraConfig }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "groundswell.fromSecret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret | quote }}
      key: {{ .key | quote }}
{{- end -}}

{{- /* The secrets of a running service, as a list of variables. */ -}}
{{- define "groundswell.secretEnvironment" -}}
{{- with .root.Values.signingKey }}
{{- include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_SIGNING_KEY" "secret" .secretName "key" .key) }}
{{- end }}
{{- with .service.database }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_DB_USERNAME" "secret" .secretName "key" .usernameKey) }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_DB_PASSWORD" "secret" .secretName "key" .passwordKey) }}
{{- end }}
{{- if .service.database }}
{{- with .root.Values.erasureKey }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_ERASURE_KEY" "secret" .secretName "key" .key) }}
{{- end }}
{{- with .root.Values.creator.client }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_CLIENT_ID" "secret" .secretName "key" .clientIdKey) }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_CLIENT_SECRET" "secret" .secretName "key" .clientSecretKey) }}
{{- end }}
{{- end }}
{{- end -}}

{{- /* The credentials that only a migration may have. */ -}}
{{- define "groundswell.migrationEnvironment" -}}
{{- with .service.database.migration }}
{{- include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_DB_MIGRATION_USERNAME" "secret" .secretName "key" .usernameKey) }}
{{ include "groundswell.fromSecret" (dict "name" "GROUNDSWELL_DB_MIGRATION_PASSWORD" "secret" .secretName "key" .passwordKey) }}
{{- end }}
{{- end -}}
