#!/usr/bin/env bash
# Measures queries of the packaged program (mvn package) on 100 000 seeded points and prints the
# numbers in the documentation: how long GDAL takes to copy all points, and requests per second of a
# small bbox query as a share of nginx's for the same bytes. Needs curl, nginx, wrk and ogr2ogr
# (Debian: apt-get install curl nginx-light wrk gdal-bin). All traffic stays on 127.0.0.1.
set -euo pipefail
cd "$(dirname "$0")/../.."

count=${COUNT:-100000}
seconds=${SECONDS_EACH:-8}
port=18080
nginx_port=18081
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
work=$(mktemp -d)
chmod 755 "$work" # nginx, started by root, reads its files as another user
server=""
nginx=""
trap 'for p in $server $nginx; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT

catalog=$work/catalog
COUNT=$count bash src/bench/catalog.sh "$catalog"

# The usual settings of a server, with memory for this many points.
"$java" @src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot -Xmx2g -jar target/dateline.jar --geodata "$catalog" --port $port >"$work/log" 2>&1 &
server=$!
until curl -sf -o /dev/null "http://127.0.0.1:$port/ogc/collections/points"; do
    kill -0 "$server" || { cat "$work/log"; exit 1; }
    sleep 0.2
done

# Wait until the server has prepared its site in the background, to measure a server at rest.
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
before=$(ticks)
while sleep 2 && [ $(($(ticks) - before)) -gt 20 ]; do before=$(ticks); done

# GDAL 3.6 requests 10 features at a time regardless of the API document; from 3.8 on, it reads the
# limit from the document.
for page in own 1000 10000; do
    options=()
    [ "$page" = own ] || options=(-oo "PAGE_SIZE=$page")
    begun=$(date +%s%N)
    ogr2ogr -f GPKG "$work/all-$page.gpkg" "OAPIF:http://127.0.0.1:$port/ogc" points "${options[@]}"
    elapsed=$((($(date +%s%N) - begun) / 1000000))
    got=$(ogrinfo -so "$work/all-$page.gpkg" points | sed -n 's/Feature Count: //p')
    echo "copy of $count points by ogr2ogr, page size $page: $elapsed ms, $got arrived"
done

query="ogc/collections/points/items?bbox=67.4,29.4,67.97,29.9&limit=1000"
mkdir -p "$work/site"
curl -sf "http://127.0.0.1:$port/$query" >"$work/site/answer.json"
echo "small bbox: $(grep -o '"numberReturned":[0-9]*' "$work/site/answer.json"), $(stat -c %s "$work/site/answer.json") bytes"
cat >"$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 256; }
http { access_log off; keepalive_requests 1000000; server { listen 127.0.0.1:$nginx_port; root $work/site; } }
CONF
nginx -c "$work/nginx.conf" &
nginx=$!
sleep 1
curl -sf "http://127.0.0.1:$nginx_port/answer.json" | cmp - "$work/site/answer.json"
rate() { wrk -t1 -c16 -d"${seconds}s" "${@:2}" "$1" | sed -n 's/Requests\/sec: *//p'; }
# Another box in each request, so that the server makes each response.
rate "http://127.0.0.1:$port/$query" -s src/bench/boxes.lua >/dev/null
for _ in 1 2 3; do
    ours=$(rate "http://127.0.0.1:$port/$query" -s src/bench/boxes.lua)
    theirs=$(rate "http://127.0.0.1:$nginx_port/answer.json")
    awk -v a="$ours" -v b="$theirs" 'BEGIN {printf "small bbox: %d req/s, nginx with the same bytes %d req/s: %.3f\n", a, b, a / b}'
done
