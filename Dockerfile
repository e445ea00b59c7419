# syntax=docker/dockerfile:1
# The image of the app, of the worker (python -m services.jobs) and of migrations. Debian 13, Python 3.13.15: the digest
# is that of the index for every processor, and .github/dependabot.yml has it refreshed.

FROM python:3.13-slim-trixie@sha256:9d2e5553305c7c7b0097999bb17187c69b921ccd6bc9d40e4bb5ebe652c00285 AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements.txt /requirements.txt
RUN /venv/bin/python -m pip install --only-binary :all: --require-hashes --requirement /requirements.txt


FROM python:3.13-slim-trixie@sha256:9d2e5553305c7c7b0097999bb17187c69b921ccd6bc9d40e4bb5ebe652c00285 AS app
ARG VERSION=unversioned
ARG REVISION=unknown
LABEL org.opencontainers.image.title="MBTQ Smart Financial Platform" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

# Sealed videos of people go to a volume, which takes its owner from this folder.
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin mbtq && \
    install --directory --owner=mbtq --group=mbtq --mode=0700 /srv/mbtq/files
COPY --from=build /venv /venv
WORKDIR /app
COPY main.py ./
COPY api api
COPY assets assets
COPY components components
COPY content content
COPY db db
COPY pages pages
COPY services services
COPY ui ui
# Nothing is written at run time, so that the file system may be read-only: what Python would compile is compiled now.
RUN python -m compileall -q .

# Where nothing is set, the house is a public one: it refuses to start without its secrets.
ENV PATH="/venv/bin:${PATH}" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    PROFILE=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/tmp/mbtq
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s --start-interval=1s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/api/internal/health/live', timeout=3)"]
CMD ["python", "main.py"]
