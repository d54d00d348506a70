#!/usr/bin/env bash
# Attacks the packaged program (mvn package) as crawlers and greedy clients do and prints a table: three crawls of every
# address with the shipped settings; 200 slow clients, 16 that read nothing and 16 greedy ones while the catalog is loaded
# again and again, with the shipped settings and with -Xmx64m, where more of the work is refused. Needs curl. All traffic
# stays on 127.0.0.1.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${SECONDS_EACH:-40}
port=${PORT:-18090}
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
work=$(mktemp -d)
server=""
trap 'kill $server 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/classes"
"${java}c" -d "$work/classes" src/bench/Attack.java

start() { # the rest are further options
    rm -rf "$work/catalog"
    cp -r geodata "$work/catalog"
    "$java" @src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot "$@" -jar target/dateline.jar --geodata "$work/catalog" --port $port >"$work/log" 2>&1 &
    server=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$port/health/alive"; do sleep 0.1; done
    sleep 5
}

stop() {
    kill "$server" 2>/dev/null || echo "  the server had ended: $(tail -1 "$work/log")"
    wait "$server" 2>/dev/null || true
}

rss() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status" 2>/dev/null || echo "none (ended)"; }

attack() { "$java" -cp "$work/classes" Attack "$@"; }

kept() { curl -s "http://127.0.0.1:$port/health" | grep -o '"cache":{[^}]*}' || true; }

echo "## Three crawls, shipped settings"
start
echo "memory at rest      | $(rss) MB"
attack crawl $port
echo "memory after        | $(rss) MB, $(kept)"
stop

for heap in ${HEAPS:-shipped 64m}; do
    echo "## Load of $seconds s, heap $heap"
    options=()
    [[ $heap == shipped ]] || options=(-Xmx$heap)
    start "${options[@]}"
    curl -s -o /dev/null "http://127.0.0.1:$port/ogc/collections/places/items?limit=1"
    attack crawl $port >/dev/null
    before=$(rss)
    attack load $port "$seconds" "$work/catalog/parties.yaml"
    recovered=no
    for i in $(seq 1 20); do
        if curl -sf -m 0.5 -o /dev/null "http://127.0.0.1:$port/" \
            && curl -sf -m 1 -o /dev/null "http://127.0.0.1:$port/ogc/collections/places/items?limit=1"; then
            recovered="$(awk -v i="$i" 'BEGIN {print i / 2}') s"
            break
        fi
        sleep 0.5
    done
    echo "recovered after     | $recovered"
    echo "memory before       | $before MB"
    # Freed memory goes back to the system every ten seconds.
    ended=$SECONDS
    for after in 5 15 30; do
        sleep $((after - SECONDS + ended))
        echo "memory after $after s   | $(rss) MB, $(kept)"
    done
    echo "errors in the log   | $(grep -c -E 'ERROR|OutOfMemory|Exception' "$work/log" || true) of $(wc -l <"$work/log") lines"
    stop
done
