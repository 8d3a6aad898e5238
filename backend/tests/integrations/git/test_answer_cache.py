from integrations.git.answer_cache import Answer, AnswerCache


def answer(size):
    return Answer(body=b"x" * size, content_type="", has_next_page=False, etag='"1"')


def test_the_answers_unused_longest_are_dropped_when_the_bytes_run_out():
    cache = AnswerCache(max_bytes=10_000)
    for key in ("a", "b", "c"):
        cache.put(key=key, answer=answer(2_000))
    cache.get("a")

    cache.put(key="d", answer=answer(2_000))

    assert [key for key in "abcd" if cache.get(key)] == ["a", "c", "d"]


def test_an_answer_replaced_is_counted_once():
    cache = AnswerCache(max_bytes=10_000)
    for _ in range(20):
        cache.put(key="a", answer=answer(2_000))

    cache.put(key="b", answer=answer(2_000))

    assert cache.get("a")
    assert cache.get("b")


def test_an_answer_too_large_for_the_cache_is_not_kept():
    cache = AnswerCache(max_bytes=10_000)

    cache.put(key="a", answer=answer(20_000))

    assert cache.get("a") is None
