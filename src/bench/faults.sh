#!/usr/bin/env bash
# Causes faults under a steady load and reports which requests failed and for how long. It starts a
# primary and two standbys of PostgreSQL with PostGIS and three Dateline servers (mvn package)
# behind nginx, then causes one fault after the other. Needs root, for the network namespace and the
# limited disk, and Debian's postgresql, postgresql-postgis, nginx-light, iproute2 and curl. All
# traffic stays on this machine: 127.0.0.1 and the namespace's own 10.203.0.0/30.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD

records=${RECORDS:-200000}
rate=${RATE:-100}
pause=${PAUSE:-8}
[ "$(id -u)" = 0 ] || { echo "faults.sh: got user $(id -un), expected root (network namespace, limited disk)" >&2; exit 1; }
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
postgres=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
work=$(mktemp -d)
chown postgres "$work"
chmod 755 "$work"
namespace=dateline-faults
front=18100
primary_port=18110
standby_port=18111
remote_port=18112
servers=(18101 18102 18103)
remote=10.203.0.2
here=10.203.0.1

finish() {
    exec 9>&- 2>/dev/null || true
    for port in "${servers[@]}"; do kill -9 "$(cat "$work/server-$port.pid" 2>/dev/null)" 2>/dev/null || true; done
    kill "$(cat "$work/nginx.pid" 2>/dev/null)" 2>/dev/null || true
    for name in primary standby remote; do stop_postgres "$name" 2>/dev/null || true; done
    ip netns del $namespace 2>/dev/null || true
    umount "$work/limited" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

as_postgres() { runuser -u postgres -- "$@"; }
data() { if [ "$1" = primary ]; then echo "$work/limited/primary"; else echo "$work/$1"; fi; }
stop_postgres() { as_postgres "$postgres/pg_ctl" -D "$(data "$1")" -m immediate stop >/dev/null 2>&1; }
# Kills all processes at once and silently, as if the machine had failed.
kill_postgres() {
    local main
    main=$(head -1 "$(data "$1")/postmaster.pid")
    pkill -9 -P "$main" || true
    kill -9 "$main" || true
}
start_postgres() { # name port address [command before]
    local name=$1 port=$2 address=$3
    shift 3
    "$@" runuser -u postgres -- "$postgres/pg_ctl" -D "$(data "$name")" -w -l "$work/$name.log" -o "-p $port -c listen_addresses=$address -c unix_socket_directories=$work/sockets" start >/dev/null 2>&1
}
sql() { psql -qAt -h 127.0.0.1 -p "$primary_port" -U dateline -d "${2:-dateline}" -c "$1"; }

mkdir -p "$work/sockets" "$work/limited" "$work/wal"
mount -t tmpfs -o size=${DISK:-1200m} tmpfs "$work/limited"
mkdir "$work/limited/primary"
chown postgres "$work/sockets" "$work/limited/primary" "$work/wal"

# The second standby gets its own host: a network namespace.
ip netns add $namespace
ip link add dateline-here type veth peer name dateline-there netns $namespace
ip addr add $here/30 dev dateline-here
ip link set dateline-here up
ip -n $namespace addr add $remote/30 dev dateline-there
ip -n $namespace link set dateline-there up
ip -n $namespace link set lo up

# The write-ahead log is on another disk than the tables, so that a full disk causes errors instead
# of stopping the primary.
as_postgres "$postgres/initdb" -D "$(data primary)" -X "$work/wal/primary" -U dateline -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
cat >>"$(data primary)/postgresql.conf" <<CONF
wal_keep_size = 1GB
hot_standby_feedback = on
wal_receiver_timeout = 5s
wal_sender_timeout = 5s
CONF
echo "host all all 10.203.0.0/30 trust
host replication all 10.203.0.0/30 trust" >>"$(data primary)/pg_hba.conf"
start_postgres primary $primary_port "127.0.0.1,$here"
sql "create database dateline" postgres
sql "create extension postgis"

standby() { # name host port
    as_postgres "$postgres/pg_basebackup" -h "$here" -p "$primary_port" -U dateline -D "$(data "$1")" -R -X stream --checkpoint=fast
    # The standby follows whichever other server accepts writes.
    echo "primary_conninfo = 'host=$here,$remote,127.0.0.1 port=$primary_port,$remote_port,$standby_port user=dateline target_session_attrs=read-write connect_timeout=2'" >>"$(data "$1")/postgresql.auto.conf"
}
standby standby
start_postgres standby $standby_port 127.0.0.1
standby remote
start_postgres remote $remote_port $remote ip netns exec $namespace

export DATELINE_DATABASE="postgresql://dateline@127.0.0.1:$primary_port,127.0.0.1:$standby_port,$remote:$remote_port/dateline"
dateline() { "$java" --enable-native-access=ALL-UNNAMED -jar target/dateline.jar "$@"; }
COUNT=$records bash src/bench/points.sh >"$work/points.csv"
dateline load "$work/points.csv" --collection points --mapping src/bench/points.yaml
dateline push --geodata geodata

start_server() { # port
    # In a subshell, which prints nothing when it is killed.
    (
        "$java" @src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot -Xmx256m -jar target/dateline.jar serve --follow --geodata "$work/catalog-$1" --port "$1" >>"$work/server-$1.log" 2>&1 &
        echo $! >"$work/server-$1.pid"
    )
}
ready() { for _ in $(seq 100); do curl -sf -o /dev/null "http://127.0.0.1:$1/health/ready" && return; sleep 0.2; done; echo "server $1 did not start" >&2; tail "$work/server-$1.log" >&2; exit 1; }
for port in "${servers[@]}"; do start_server "$port"; done
for port in "${servers[@]}"; do ready "$port"; done

cat >"$work/nginx.conf" <<CONF
worker_processes 1; daemon on; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 512; }
http {
    access_log off;
    upstream dateline {
        server 127.0.0.1:${servers[0]} max_fails=1 fail_timeout=2s;
        server 127.0.0.1:${servers[1]} max_fails=1 fail_timeout=2s;
        server 127.0.0.1:${servers[2]} max_fails=1 fail_timeout=2s;
        keepalive 16;
    }
    server {
        listen 127.0.0.1:$front;
        location / {
            proxy_pass http://dateline;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host \$host:$front;
            proxy_connect_timeout 1s;
            # A request that a server has not begun to answer is passed to the next one.
            proxy_next_upstream error timeout;
        }
    }
}
CONF
nginx -c "$work/nginx.conf"

base="http://127.0.0.1:$front"
mkfifo "$work/phases"
"$java" src/bench/SteadyLoad.java "$rate" 600 \
    "site=$base/" "layer=$base/layers/places.geojson" \
    "query=$base/ogc/collections/points/items?bbox=67.4000{n},29.4,67.8,29.8&limit=200" \
    "tile=$base/ogc/collections/points/tiles/WebMercatorQuad/6/26/43" <"$work/phases" >"$work/table" 9>&- &
load=$!
exec 9>"$work/phases"
phase() { echo "$1" >&9; echo "== $1"; }
since() { echo "   $1: $((($(date +%s%N) - $2) / 1000000)) ms"; }
# Waits until every server's response at a path contains a text.
everywhere() { # text path
    for port in "${servers[@]}"; do
        for _ in $(seq 300); do curl -sf "http://127.0.0.1:$port$2" | grep -F "$1" >/dev/null && break; sleep 0.1; done
    done
}

sleep "$pause"
phase "all is well"
sleep "$pause"

phase "a change reaches all servers"
sed '0,/^  en: .*/s//  en: A title that was changed/' geodata/catalog.yaml >"$work/changed.yaml"
cp -r geodata "$work/changed"
cp "$work/changed.yaml" "$work/changed/catalog.yaml"
dateline push --geodata "$work/changed"
now=$(date +%s%N)
everywhere "A title that was changed" /
since "catalog pushed, shown by all three after" "$now"
sleep "$pause"

phase "a standby is killed"
kill_postgres standby
sleep "$pause"
start_postgres standby $standby_port 127.0.0.1

phase "the other standby's network is cut"
ip -n $namespace link set dateline-there down
sleep "$((pause * 2))"
phase "... and comes back"
ip -n $namespace link set dateline-there up
sleep "$pause"

phase "a Dateline server is killed"
kill -9 "$(cat "$work/server-${servers[1]}.pid")"
sleep "$pause"
start_server "${servers[1]}"
ready "${servers[1]}"

phase "all three are restarted, one by one"
for port in "${servers[@]}"; do
    kill "$(cat "$work/server-$port.pid")"
    while kill -0 "$(cat "$work/server-$port.pid")" 2>/dev/null; do sleep 0.1; done
    start_server "$port"
    ready "$port"
    sleep 1
done
sleep "$pause"

phase "the primary's disk is full during a load"
dd if=/dev/zero of="$work/limited/filler" bs=1M 2>/dev/null || true
COUNT=$((records * 2)) SEED=7 bash src/bench/points.sh >"$work/more.csv"
dateline load "$work/more.csv" --collection points --mapping src/bench/points.yaml 2>&1 | tail -1 || true
echo "   readers see $(curl -sf "$base/ogc/collections/points/items?limit=1" | grep -o '"numberMatched":[0-9]*')"
rm "$work/limited/filler"
dateline load "$work/more.csv" --collection points --mapping src/bench/points.yaml 2>&1 | tail -2
now=$(date +%s%N)
everywhere "\"numberMatched\":$((records * 2))" "/ogc/collections/points/items?limit=1"
since "the same load, run again, is seen by all three after" "$now"
sleep "$pause"

phase "the primary is killed, a standby promoted"
kill_postgres primary
now=$(date +%s%N)
sleep 2
ip netns exec $namespace runuser -u postgres -- "$postgres/pg_ctl" -D "$(data remote)" -w promote >/dev/null
for _ in $(seq 50); do dateline push --geodata geodata >/dev/null 2>&1 && break; sleep 0.2; done
since "a push is taken by the new primary (promoted after 2 s)" "$now"
sleep "$pause"

phase "no database at all"
kill_postgres remote
kill_postgres standby
sleep "$((pause * 2))"
phase "a server starts without one"
kill "$(cat "$work/server-${servers[0]}.pid")"
while kill -0 "$(cat "$work/server-${servers[0]}.pid")" 2>/dev/null; do sleep 0.1; done
start_server "${servers[0]}"
ready "${servers[0]}"
sleep "$pause"
phase "the database is back"
start_postgres remote $remote_port $remote ip netns exec $namespace
start_postgres standby $standby_port 127.0.0.1
sleep "$((pause * 2))"

echo end >&9
wait $load
cat "$work/table"
