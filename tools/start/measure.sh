#!/usr/bin/env bash
# Starts the packaged service several times and prints the medians of
# - the milliseconds from starting the process to the first answer to a training estimate,
# - the milliseconds of processor time it took until then, which depend less on what else the machine does, and
# - the memory of the process after that answer: resident now (VmRSS) and at most (VmHWM), in MB.
#
#   tools/start/measure.sh [-n TIMES] [-p PORT] [-d FOLDER] JAVA [OPTION...]
#
# JAVA is the java command, each OPTION one of the JVM; FOLDER holds quarkus-run.jar and is target/quarkus-app if not given.
# Needs Linux, bash and curl.
set -euo pipefail

times=11
port=18080
folder=target/quarkus-app
while getopts n:p:d: option; do
  case $option in
    n) times=$OPTARG ;;
    p) port=$OPTARG ;;
    d) folder=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }

request=$(cd "$(dirname "$0")/../.." && pwd)/src/main/resources/openapi/examples/estimateTraining.request.json
log=$(mktemp)
results=$(mktemp)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -f "$log" "$results"' EXIT
cd "$folder"

answered() {
  curl -fs -o /dev/null -H 'Content-Type: application/json' --data-binary "@$request" \
    "http://localhost:$port/v1/estimates/training"
}

kilobytes() {
  awk -v key="$1:" '$1 == key {print $2}' "/proc/$service/status"
}

ticks=$(getconf CLK_TCK)
processor() {
  awk -v ticks="$ticks" '{print int(($14 + $15) * 1000 / ticks)}' "/proc/$service/stat"
}

if answered; then
  echo "port $port is in use" >&2
  exit 1
fi
for _ in $(seq "$times"); do
  start=$(date +%s%N)
  "$@" -Dquarkus.http.port="$port" -jar quarkus-run.jar >"$log" 2>&1 &
  service=$!
  until answered; do
    kill -0 "$service" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.005
  done
  end=$(date +%s%N)
  echo "$(((end - start) / 1000000)) $(processor) $(($(kilobytes VmRSS) / 1024)) $(($(kilobytes VmHWM) / 1024))" >>"$results"
  kill "$service"
  wait "$service" || true
  service=
done

median() {
  cut -d ' ' -f "$1" "$results" | sort -n | sed -n "$(((times + 1) / 2))p"
}
echo "first answer after $(median 1) ms, fastest $(sort -n "$results" | head -n 1 | cut -d ' ' -f 1) ms;" \
  "processor time $(median 2) ms; VmRSS $(median 3) MB, VmHWM $(median 4) MB; $times starts; load $(cut -d ' ' -f 1 /proc/loadavg)"
