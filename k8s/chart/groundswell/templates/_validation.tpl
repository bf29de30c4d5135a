{{- /*
What has to be set but has no sensible default. values.schema.json refuses wrong names and types; here all that is missing
is named at once, in words, so that one failed install is enough to know what to do.
*/ -}}
{{- define "groundswell.validate" -}}
{{- $missing := list -}}
{{- if not .Values.publicUrl -}}
{{- $missing = append $missing "publicUrl: the public origin of the gateway, e.g. https://groundswell.example.org" -}}
{{- end -}}
{{- if not .Values.issuerUrl -}}
{{- $missing = append $missing "issuerUrl: the OpenID Connect issuer whose tokens are accepted" -}}
{{- end -}}
{{- if not .Values.signingKey.secretName -}}
{{- $missing = append $missing "signingKey.secretName: an existing secret with base64 of at least 32 random bytes" -}}
{{- end -}}
{{- if not .Values.erasureKey.secretName -}}
{{- $missing = append $missing "erasureKey.secretName: an existing secret with base64 of at least 32 random bytes that never change" -}}
{{- end -}}
{{- if not .Values.creator.client.secretName -}}
{{- $missing = append $missing "creator.client.secretName: an existing secret with the id and secret of the client that reads the services' feeds" -}}
{{- end -}}
{{- range $component := splitList "," (include "groundswell.databaseComponents" .) -}}
{{- $database := (index $.Values $component).database -}}
{{- if not $database.host -}}
{{- $missing = append $missing (printf "%s.database.host: the host of its PostgreSQL server" $component) -}}
{{- end -}}
{{- if not $database.secretName -}}
{{- $missing = append $missing (printf "%s.database.secretName: an existing secret with user name and password of the application role" $component) -}}
{{- end -}}
{{- if and $.Values.migrations.enabled (not $database.migration.secretName) -}}
{{- $missing = append $missing (printf "%s.database.migration.secretName: an existing secret with user name and password of the role that owns the schema" $component) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.ingress.enabled .Values.ingress.tls.enabled (not .Values.ingress.tls.secretName) -}}
{{- $missing = append $missing "ingress.tls.secretName: the secret with the certificate of the ingress" -}}
{{- end -}}
{{- $refused := list -}}
{{- range $component := splitList "," (include "groundswell.components" .) -}}
{{- range $name, $value := (index $.Values $component).extraConfig -}}
{{- if or (hasPrefix "GROUNDSWELL_" $name) (has $name (list "JAVA_TOOL_OPTIONS" "QUARKUS_HTTP_HOST" "QUARKUS_HTTP_PORT" "QUARKUS_INIT_AND_EXIT" "QUARKUS_SHUTDOWN_DELAY" "QUARKUS_SHUTDOWN_TIMEOUT")) -}}
{{- $refused = append $refused (printf "%s.extraConfig.%s: the chart sets this variable from its other values" $component $name) -}}
{{- else if regexMatch "PASSWORD|SECRET|TOKEN|CREDENTIAL" $name -}}
{{- $refused = append $refused (printf "%s.extraConfig.%s: looks like a secret, and this map is no place for one" $component $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $refused -}}
{{- fail (printf "\n\nGroundswell cannot be installed with these values:\n  - %s\n" (join "\n  - " $refused)) -}}
{{- end -}}
{{- if $missing -}}
{{- fail (printf "\n\nGroundswell cannot be installed without these values:\n  - %s\n" (join "\n  - " $missing)) -}}
{{- end -}}
{{- end -}}
