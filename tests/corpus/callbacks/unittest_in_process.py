import io
import sys
import unittest


class Tests(unittest.TestCase):
    def setUp(self):
        self.items = [1, 2]

    def test_passes(self):
        self.assertEqual(self.items, [1, 2])
        with self.assertRaisesRegex(ZeroDivisionError, "division"):
            1 / 0
        with self.subTest("sub"):
            self.assertIn(1, self.items)

    def test_fails(self):
        self.assertEqual(self.items, [1, 3], "they differ")

    def test_error(self):
        self.items.missing()

    @unittest.skip("not today")
    def test_skipped(self): ...

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("known")


stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
import re

print(re.sub(r"in \d+\.\d+s", "in TIME", stream.getvalue()))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
