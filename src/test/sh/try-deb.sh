#!/bin/sh
# Tries the Debian package as a bare system meets it: installs it into a root of its own, serves, upgrades, removes and purges
# it. As root, with debootstrap; the Java to copy into the root is in JAVA_HOME, because Debian 12 has none that is new enough.
#
#   sh src/test/sh/try-deb.sh target/dateline_*_all.deb ROOT
set -eu
deb=$1
root=$2
port=${PORT:-18099}
data=$root/var/lib/dateline/geodata/catalog.yaml

[ -e "$root/bin/sh" ] || debootstrap --variant=minbase --include=adduser bookworm "$root"
mkdir -p "$root/opt/java"
[ -e "$root/opt/java/25" ] || cp -a "$JAVA_HOME" "$root/opt/java/25"
cp "$deb" "$root/tmp/dateline.deb"
path=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
inside() { chroot "$root" env -i $path "$@"; }
fail() {
    echo "$1" >&2
    exit 1
}

# Java finds its libraries through it.
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
inside dpkg -P dateline 2>/dev/null || true
rm -rf "$root/var/lib/dateline"
inside dpkg -i --force-depends /tmp/dateline.deb
[ "$(inside stat -c %U /var/lib/dateline/geodata/catalog.yaml)" = dateline ] || fail "the catalog is not the service's"

# The unit's own line, as its user, with its settings.
sed -i "s/8080/$port/" "$root/etc/default/dateline"
unit=$root/usr/lib/systemd/system/dateline.service
line=$(sed -n 's/^ExecStart=//p' "$unit")
# Not in a function, whose process would be another than the server's.
chroot "$root" env -i $path setpriv --reuid dateline --regid dateline --init-groups \
    sh -c "set -a; . /etc/default/dateline; $(sed -n 's/^Environment=//p' "$unit"); exec $line" &
server=$!
for _ in $(seq 120); do
    page=$(curl -sf "http://127.0.0.1:$port/" || true)
    [ -z "$page" ] || break
    sleep 1
done
kill $server
wait $server || [ $? = 143 ] || fail "it ended with another status than 143"
echo "$page" | grep -q '<title>An invented example' || fail "no map"

echo '# edited' >>"$data"
before=$(cksum <"$data")
inside dpkg -i --force-depends /tmp/dateline.deb
[ "$(cksum <"$data")" = "$before" ] || fail "the upgrade changed the catalog"
grep -q "$port" "$root/etc/default/dateline" || fail "the upgrade changed the settings"
inside dpkg -r dateline
[ "$(cksum <"$data")" = "$before" ] || fail "the removal changed the catalog"
inside dpkg -P dateline
[ "$(cksum <"$data")" = "$before" ] || fail "the purge changed the catalog"
[ ! -e "$root/etc/default/dateline" ] || fail "the purge left settings"
[ ! -e "$root/var/cache/dateline" ] || fail "the purge left the cache"
echo "installed, served, upgraded, removed and purged; the catalog is as it was"
