#!/bin/sh
# From a clone: sh deploy/send.sh 1.2.3 user@server [folder]
# Brings what stands around the app, as the tag v1.2.3 has it, to a server, and has it put the release to work there.
set -eu
cd "$(dirname "$0")/.."

usage="Say what and where: sh deploy/send.sh 1.2.3 user@server [folder]"
version=${1:?$usage}
target=${2:?$usage}
folder=${3:-/srv/mbtq/house}
case $version$folder in
    *[!A-Za-z0-9/._-]*) echo "$usage, of letters, digits and dashes" >&2; exit 2 ;; # another shell reads them
esac

archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
git archive --output="$archive" --format=tar "v$version" compose.yaml deploy assets/updating.html
# The files are written over, not replaced: nginx's container holds on to the ones that it was given.
ssh -o BatchMode=yes "$target" "mkdir -p $folder && tar -x --overwrite -f - -C $folder" <"$archive"
ssh -o BatchMode=yes "$target" "sh $folder/deploy/release.sh $version" </dev/null
