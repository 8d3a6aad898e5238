"""What a search looks like, and how it comes in."""

from rest_framework import serializers

from server.search.hits import Kind

LONGEST_TEXT = 100


class SearchQuery(serializers.Serializer):
    """What is looked for."""

    q = serializers.CharField(
        max_length=LONGEST_TEXT,
        help_text=(
            "How a name, number or identifier begins, in any letter case; identifiers from four "
            "characters on. Words of two letters or more are found inside a name too while there "
            "are under 10,000 such names."
        ),
    )


class SearchHitOut(serializers.Serializer):
    """One thing that was found, with the path of its page."""

    title = serializers.CharField()
    subtitle = serializers.CharField(help_text="Where it belongs, in a few words.")
    path = serializers.CharField()
    status = serializers.CharField(
        allow_null=True, help_text="What is drawn for a request or a job: its display status."
    )
    at = serializers.DateTimeField(
        allow_null=True, help_text="When a request was made, or a job last moved."
    )
    run_path = serializers.CharField(
        allow_null=True, help_text="Of a workspace: the page that asks for runs, for who may."
    )


class SearchGroupOut(serializers.Serializer):
    """The hits of one kind, the nearest first."""

    kind = serializers.ChoiceField(choices=[(kind.value, kind.value) for kind in Kind])
    hits = SearchHitOut(many=True)
    has_more = serializers.BooleanField()


class SearchOut(serializers.Serializer):
    """What was found, by kind; kinds without a hit are left out."""

    results = SearchGroupOut(many=True)
