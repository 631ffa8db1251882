import sys
import traceback


def third(a):
    local = a * 2
    raise ValueError("bottom")


def second(a):
    try:
        third(a + 1)
    finally:
        a = None


class Middle:
    def method(self):
        second(1)


def walk(tb):
    while tb:
        frame = tb.tb_frame
        code = frame.f_code
        names = sorted(k for k in frame.f_locals if not k.startswith("__")) if code.co_name != "<module>" else []
        print(code.co_name, code.co_qualname, tb.tb_lineno, frame.f_lineno, names, tb.tb_lasti > 0)
        tb = tb.tb_next


try:
    Middle().method()
except ValueError as error:
    walk(error.__traceback__)
    tb = error.__traceback__
    print(sys.exc_info()[2] is tb, tb.tb_frame is sys._getframe(), tb.tb_next.tb_frame.f_back is sys._getframe())
    for summary in traceback.StackSummary.extract(traceback.walk_tb(tb), capture_locals=False):
        print(summary.name, summary.lineno, summary.end_lineno, summary.colno, summary.end_colno, summary.line)
    shorter = error.with_traceback(tb.tb_next.tb_next)
    walk(shorter.__traceback__)
    print(traceback.format_exception_only(error))
    kept = tb.tb_next.tb_next
    kept.tb_next = None
    walk(tb)
