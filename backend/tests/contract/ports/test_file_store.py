"""What every file store does."""

import pytest

from integrations.files import FileNotStored, FileStore, StoreUnavailable, key_of
from integrations.files.fake import FakeStore
from integrations.files.local import LocalStore


@pytest.fixture(params=["local", "fake"])
def store(request, tmp_path) -> FileStore:
    return LocalStore(tmp_path / "files") if request.param == "local" else FakeStore()


def test_what_was_put_is_got(store):
    key = store.put(b"\x89PNG\x00")

    assert key == key_of(b"\x89PNG\x00")
    assert store.get(key) == b"\x89PNG\x00"


def test_the_same_bytes_are_kept_once(store):
    assert store.put(b"a") == store.put(b"a")
    assert store.get(key_of(b"a")) == b"a"


@pytest.mark.parametrize("key", [key_of(b"other"), "", "../../etc/passwd", "ZZ" * 32, "a\0"])
def test_an_unknown_key_is_said(store, key):
    store.put(b"a")

    with pytest.raises(FileNotStored):
        store.get(key)


def test_no_half_file_is_left_beside(tmp_path):
    store = LocalStore(tmp_path)
    store.put(b"a")
    store.put(b"a")

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [key_of(b"a")]


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "files").write_text("a file where the folder should be")
    store = LocalStore(tmp_path / "files")

    with pytest.raises(StoreUnavailable):
        store.put(b"a")
    with pytest.raises(StoreUnavailable):
        store.try_out()


def test_trying_it_out_leaves_nothing(store, tmp_path):
    store.try_out()

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
