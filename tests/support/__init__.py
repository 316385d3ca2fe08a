"""What many tests stand on: a PostgreSQL server of their own, visitors with a browser."""

import pytest

# a failing assert in here shows its values too
pytest.register_assert_rewrite("tests.support.postgres", "tests.support.visitors")
