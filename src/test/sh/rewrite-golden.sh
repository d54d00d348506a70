#!/bin/sh
# Rewrites the expected drawings below src/test/resources/golden. Its git diff is reviewed like code, and is empty where
# nothing is drawn differently.
set -eu
cd "$(dirname "$0")/../../.."

mvn -B -ntp -q test -Dtest=GoldenFilesTest -Dgolden.rewrite "$@"
git status --short src/test/resources/golden
