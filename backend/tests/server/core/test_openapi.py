"""The schema as it is served."""

from pathlib import Path

from drf_spectacular.generators import SchemaGenerator

from server.core import openapi

ROOT = Path(__file__).resolve().parents[4]


def test_what_is_served_is_the_committed_file(client):
    answer = client.get("/api/openapi.yaml")

    assert answer["Content-Type"] == "application/vnd.oai.openapi"
    assert answer.content == (ROOT / "openapi.yaml").read_bytes()


def test_it_is_made_once(client, monkeypatch):
    made = []
    make = SchemaGenerator.get_schema
    monkeypatch.setattr(
        SchemaGenerator, "get_schema", lambda *at, **by: made.append(1) or make(*at, **by)
    )
    openapi._document.cache_clear()

    for _ in range(2):
        client.get("/api/openapi.yaml")

    assert made == [1]
