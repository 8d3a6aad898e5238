"""What a database reads for a statement."""

import json
from typing import Any

from django.db import connection


def plan_of(sql: str) -> str:
    """The plan, where an index that can serve does serve although the table is small."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
        cursor.execute(f"{explain} {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())


def rows_read(sql: str) -> int:
    """How many rows PostgreSQL reads of tables and indexes, those that it leaves out counted."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}")
        [[[explained]]] = cursor.fetchall()
    whole = json.loads(explained) if isinstance(explained, str) else explained
    return _read_by(whole["Plan"])


def _read_by(node: dict[str, Any]) -> int:
    below = sum(_read_by(each) for each in node.get("Plans", ()))
    if "Scan" not in node["Node Type"] or node["Node Type"] in ("Subquery Scan", "Function Scan"):
        return below
    passed = sum(node.get(f"Rows Removed by {what}", 0) for what in ("Filter", "Index Recheck"))
    return below + int((node["Actual Rows"] + passed) * node["Actual Loops"])
