import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(filename)s:%(lineno)d %(funcName)s %(message)s")
log = logging.getLogger("guest")


def helper(text, level=1):
    log.info(text, stacklevel=level)


def work():
    log.warning("working on %s", {"k": 1})
    helper("from the helper")
    helper("from the caller", 2)


class K:
    def method(self):
        log.debug("in a method")
        return [log.error("in a comprehension") for _ in range(1)]


work()
K().method()
log.info("at module level")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("with traceback")
log.info("stack follows", stack_info=True)
list(map(lambda v: log.info("in a lambda %d", v), [5]))


class Broken:
    def __str__(self):
        raise ValueError("no text")


logging.raiseExceptions = False
log.info("%s", Broken())
print("end")
