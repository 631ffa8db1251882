import traceback
def f():
    try:
        1/0
    except* (ValueError,
             ZeroDivisionError) as g:
        e = g
    t = e.__traceback__
    while t:
        print(t.tb_lineno, t.tb_lasti, t.tb_frame.f_code.co_name); t = t.tb_next
    try:
        try:
            1/0
        except* ZeroDivisionError as g:
            raise
    except ExceptionGroup as e:
        traceback.print_exc()
        print(e.__context__, e.__cause__)
f()


def of_group():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError as g:
            print(g.__traceback__ is not None)
    except ExceptionGroup:
        traceback.print_exc()


of_group()
