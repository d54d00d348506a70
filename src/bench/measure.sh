#!/usr/bin/env bash
# Measures the packaged program (mvn package) on this machine and prints the numbers in the documentation: time from
# start to the first page, memory at rest, and requests per second as a share of nginx's for the same bytes.
# Needs curl, nginx and wrk (Debian: apt-get install curl nginx-light wrk). All traffic stays on 127.0.0.1.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${RUNS:-5}
seconds=${SECONDS_EACH:-8}
port=18080
nginx_port=18081
options=(@src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot)
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
work=$(mktemp -d)
chmod 755 "$work" # nginx, started by root, reads its files as another user
server=""
nginx=""
trap 'for p in $server $nginx; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT

now() { date +%s%N; }

start() { # starts the server and waits for the first page; prints milliseconds
    local begun
    begun=$(now)
    "$java" "${options[@]}" -jar target/dateline.jar --port $port >"$work/log" 2>&1 &
    server=$!
    # A connection through bash costs almost nothing compared with the program being measured.
    until { exec 3<>/dev/tcp/127.0.0.1/$port; } 2>/dev/null; do read -rt 0.005 <> <(:) || true; done
    printf 'GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' >&3
    read -r status <&3
    [[ $status == *200* ]] || { echo "got $status" >&2; exit 1; }
    elapsed=$((($(now) - begun) / 1000000))
    exec 3>&- 3<&-
}

stop() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=""
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

starts() { # $1 says what, the rest are further options
    local what=$1
    shift
    options+=("$@")
    rm -f "$work/start" "$work/rss"
    for _ in $(seq "$runs"); do
        start
        echo "$elapsed" >>"$work/start"
        sleep 3
        awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status" >>"$work/rss"
        stop
    done
    echo "$what: start to first page $(median <"$work/start") ms ($(sort -n "$work/start" | xargs)), memory at rest $(median <"$work/rss") MB"
}

options=()
starts "java -jar alone, to compare with"
options=(@src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot)
starts "quick start (-XX:TieredStopAtLevel=1)" -XX:TieredStopAtLevel=1
options=(@src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot)
starts "server settings"

start
mkdir -p "$work/www"
for path in layers/places.geojson index.html; do
    target=$([[ $path == index.html ]] && echo "" || echo "$path")
    mkdir -p "$(dirname "$work/www/$path")"
    curl -sS -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/$target" -o "$work/www/$path.gz"
    gunzip -kc "$work/www/$path.gz" >"$work/www/$path"
done
cat >"$work/nginx.conf" <<CONF
worker_processes 2;
pid $work/nginx.pid;
error_log stderr crit;
daemon off;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; gzip_static on; gzip_vary on;
  types { application/geo+json geojson; text/html html; }
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server { listen 127.0.0.1:$nginx_port; root $work/www; }
}
CONF
nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null &
nginx=$!
sleep 1

load() { wrk -t1 -c16 -d"${2:-$seconds}s" -H 'Accept-Encoding: gzip' "$1" | awk '/Requests\/sec/ {print $2}'; }

for path in layers/places.geojson index.html; do
    target=$([[ $path == index.html ]] && echo "" || echo "$path")
    curl -sf -H 'Accept-Encoding: gzip' "http://127.0.0.1:$nginx_port/$path" | cmp - "$work/www/$path.gz"
    load "http://127.0.0.1:$port/$target" 10 >/dev/null # warm up the JVM
    for _ in 1 2 3; do
        ours=$(load "http://127.0.0.1:$port/$target")
        theirs=$(load "http://127.0.0.1:$nginx_port/$path")
        awk -v o="$ours" -v t="$theirs" 'BEGIN {print o / t}' | tee -a "$work/share-${path//\//-}" >/dev/null
    done
    echo "/$target ($(stat -c %s "$work/www/$path.gz") bytes gzip): $(median <"$work/share-${path//\//-}") of nginx's requests per second (last pair $ours and $theirs)"
done
echo "  memory after the load $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status") MB"
