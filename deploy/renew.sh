#!/bin/sh
# On the server, each week by cron: sh deploy/renew.sh
# Certificates that are half over are made anew, and each part takes its own without a stop. Safe to repeat.
set -eu
cd "$(dirname "$0")/.."

compose() {
    docker compose --env-file deploy/compose.env "$@"
}
compose run --rm -T certificates
for part in pgbouncer postgres app-1 app-2; do
    compose exec -T "$part" sh -c "kill -HUP 1" # not docker's own kill: after that it would not start them again by itself
done
compose exec -T redis redis-cli --tls --cacert /certificates/ca.pem --cert /certificates/redis.pem --key /certificates/redis.pem \
    config set tls-cert-file /certificates/redis.pem
compose exec -T nginx nginx -c /etc/nginx/house/nginx.conf -s reload
