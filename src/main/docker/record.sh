#!/usr/bin/env bash
# Starts the service of this folder, asks what is asked first, and stops it: the JVM then writes app.aot, its cache for a fast
# start. The options of the JVM are those of JDK_JAVA_OPTIONS, in which the running image must agree with this one.
#
#   record.sh EXAMPLES      the folder src/main/resources/openapi/examples
#
# Needs nothing but Java and bash, since images of a JRE have no HTTP client.
set -euo pipefail
examples=$1
port=${QUARKUS_HTTP_PORT:-8080}
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true' EXIT

# ask PATH, or ask PATH TYPE FILE to post one of the examples; fails unless the answer is 200
ask() {
  local method=GET status
  exec 3<>"/dev/tcp/localhost/$port"
  [ $# -eq 1 ] || method=POST
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n' "$method" "$1" >&3
  if [ $# -eq 1 ]; then
    printf '\r\n' >&3
  else
    printf 'Content-Type: %s\r\nContent-Length: %s\r\n\r\n' "$2" "$(wc -c <"$examples/$3")" >&3
    cat "$examples/$3" >&3
  fi
  read -r status <&3
  cat <&3 >/dev/null
  exec 3>&-
  case $status in
    'HTTP/1.1 200 '*) ;;
    *) echo "$method $1: $status" >&2 && return 1 ;;
  esac
}

java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar &
service=$!
for _ in $(seq 600); do
  kill -0 "$service"
  { : <"/dev/tcp/localhost/$port"; } 2>/dev/null && break
  sleep 0.1
done
for _ in 1 2 3; do
  ask /q/health
  ask /q/metrics
  ask /q/openapi
  ask /v1/catalog/offerings
  ask /v1/estimates/training application/json estimateTraining.request.json
  ask /v1/estimates/inference application/json estimateInference.request.json
  ask /v1/comparisons application/json compareAlternatives.request.json
  ask '/v1/datasets/profile?offering=openai/gpt-4o-2024-08-06' application/jsonl profileDataset.request.jsonl
done
kill "$service"
wait "$service" || true
service=
test -s app.aot
