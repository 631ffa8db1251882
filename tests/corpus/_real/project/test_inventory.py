import sys

import pytest

from inventory import OutOfStock


def test_take(inventory):
    assert inventory.take("apple") == "apple"
    assert len(inventory) == 2


def test_out_of_stock(inventory):
    with pytest.raises(OutOfStock, match="pear"):
        inventory.take("pear")


@pytest.mark.parametrize(("name", "count"), [("pear", 1), ("plum", 20)])
def test_add(inventory, name, count):
    inventory.add(name, count)
    assert inventory.items == {"apple": 3, name: count}


def test_fails_with_explanation(inventory):
    expected = {"apple": 3, "pear": 1}
    assert inventory.items == expected, "the rewritten assertion explains"


def test_error_inside(inventory):
    inventory.add("apple", -1)


class TestGroup:
    def setup_method(self):
        self.log = ["set up"]

    def test_output(self, capsys):
        print("captured", *self.log)
        assert capsys.readouterr().out == "captured set up\n"

    def test_monkeypatch(self, monkeypatch, tmp_path):
        monkeypatch.setattr(sys, "argv", ["changed"])
        (tmp_path / "file").write_text("text")
        assert (tmp_path / "file").read_text() == "text" and sys.argv == ["changed"]

    @pytest.mark.skip(reason="not now")
    def test_skipped(self):
        raise AssertionError

    @pytest.mark.xfail(strict=True)
    def test_expected(self):
        assert sum(n for n in range(3)) == 4
