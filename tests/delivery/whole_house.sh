#!/bin/sh
# With Docker, from a clone, on a machine that serves nothing else: sh tests/delivery/whole_house.sh IMAGE
# Puts an image to work as on a server, by deploy/release.sh, and asks nginx whether the house is ready.
set -eu
cd "$(dirname "$0")/../.."
image=${1:?Say which image: sh tests/delivery/whole_house.sh mbtq:checked}
domain=www.example.org # of deploy/app.env.example
outside=$(mktemp -d)

for file in deploy/compose.env deploy/app.env; do
    [ ! -e "$file" ] || { echo "$file is there: this is somebody's server." >&2; exit 1; }
done

docker run --detach --publish 127.0.0.1:5000:5000 registry:3.0.0 # a release is pulled, as on a server
docker tag "$image" localhost:5000/mbtq:0.0.1
docker push localhost:5000/mbtq:0.0.1

mkdir "$outside/tls" "$outside/acme"
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj "/CN=$domain" -addext "subjectAltName=DNS:$domain" \
    -keyout "$outside/tls/privkey.pem" -out "$outside/tls/fullchain.pem"
chmod -R a+rX "$outside" # nginx is another account

sed -e 's,^IMAGE=.*,IMAGE=localhost:5000/mbtq,' -e "s,^TLS_DIR=.*,TLS_DIR=$outside/tls," -e "s,^ACME_DIR=.*,ACME_DIR=$outside/acme," \
    -e "s,^POSTGRES_PASSWORD=.*,POSTGRES_PASSWORD=$(openssl rand -hex 24)," deploy/compose.env.example > deploy/compose.env
grep -v -E '^(SEALING_KEYS|INDEX_KEY|AUDIT_KEYS|HEALTH_TOKEN)=' deploy/app.env.example > deploy/app.env
docker run --rm "$image" python -m services.settings >> deploy/app.env

sh deploy/release.sh 0.0.1 || { docker compose --env-file deploy/compose.env logs --tail 50; exit 1; }
curl --silent --show-error --fail --retry 5 --retry-all-errors --cacert "$outside/tls/fullchain.pem" \
    --resolve "$domain:443:127.0.0.1" "https://$domain/api/internal/health/ready"
