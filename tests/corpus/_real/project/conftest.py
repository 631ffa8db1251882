import pytest

from inventory import Inventory


@pytest.fixture
def inventory():
    made = Inventory()
    made.add("apple", 3)
    yield made
    print("left over", len(made))
