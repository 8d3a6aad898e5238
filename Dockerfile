# The job server in one image: API, pages and worker. `scripts/start` tells what a start does.

FROM python:3.11-slim-bookworm AS build
COPY backend/requirements/prod.txt /build/prod.txt
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r /build/prod.txt
COPY frontend/public /app/frontend/public
RUN /venv/bin/python -m whitenoise.compress --quiet /app/frontend/public

FROM python:3.11-slim-bookworm AS base
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PORT=8000
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin jobserver \
    && install --directory --owner=jobserver /app/var
WORKDIR /app
COPY --from=build /venv /venv
COPY Procfile app.json ./
COPY scripts/start scripts/
COPY backend backend
COPY --from=build /app/frontend/public frontend/public
EXPOSE 8000
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s CMD ["python", "-c", \
    "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health-check/')"]
CMD ["scripts/start", "release", "web"]

# What docker-compose.yml runs: the demo's studies are local repositories, which git reads.
FROM base AS development
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*
COPY scripts/reload.py scripts/supervisor.py scripts/
USER 10001

FROM base AS production
USER 10001
