"""That the measurements read every GET of openapi.yaml, and by each of its filters."""

from urllib.parse import parse_qs

from bench import addresses


def test_every_filter_has_an_example():
    without = {}
    for path, operation in addresses.operations().items():
        asked = {name for query in addresses.QUERIES.get(path, ()) for name in parse_qs(query)}
        if missing := {each["name"] for each in addresses.filters(operation)} - asked:
            without[path] = missing

    assert without == {}


def test_examples_are_of_paths_that_there_are():
    assert set(addresses.QUERIES) <= set(addresses.operations())


def test_what_is_left_out_is_there():
    written = addresses.OPENAPI.read_text()
    assert all(f"  /api/v3/{path}:\n" in written for path in addresses.LEFT_OUT)
    assert set(addresses.operations()).isdisjoint(addresses.LEFT_OUT)
