#!/usr/bin/env bash
# Starts the service of this folder, asks what is asked first, and stops it: the JVM then writes app.aot, its cache for a fast
# start. The options of the JVM are those of JDK_JAVA_OPTIONS, in which the running image must agree with this one.
#
#   record.sh EXAMPLES      the folder src/main/resources/openapi/examples
set -euo pipefail
examples=$1
port=${QUARKUS_HTTP_PORT:-8080}
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true' EXIT

ask() {
  curl -fsS --retry 60 --retry-connrefused --retry-delay 1 -o /dev/null "http://localhost:$port$1" "${@:2}"
}

post() {
  ask "$1" -H "Content-Type: $2" --data-binary "@$examples/$3"
}

java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar &
service=$!
ask /q/health
for _ in 1 2 3; do
  ask /v1/catalog/offerings
  ask /q/openapi
  post /v1/estimates/training application/json estimateTraining.request.json
  post /v1/estimates/inference application/json estimateInference.request.json
  post '/v1/datasets/profile?offering=openai/gpt-4o-2024-08-06' application/jsonl profileDataset.request.jsonl
done
kill "$service"
wait "$service" || true
service=
test -s app.aot
