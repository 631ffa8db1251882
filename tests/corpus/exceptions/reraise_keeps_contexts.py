class A(Exception): pass
class B(Exception): pass
class C(Exception): pass
try:
    try: raise A()
    except A as _a:
        a=_a
        try: raise B()
        except B as _b:
            b=_b
            try: raise C()
            except C as _c:
                c=_c
                a.__context__=c
                raise c
except C as e: print(e.__context__ is b, b.__context__ is a, a.__context__ is c)
try:
    f(**1)
except Exception as e: print(repr(e), e.__context__)
try:
    try: 1/0
    finally:
        try: [].x
        except AttributeError: raise
except Exception as e: print(repr(e), repr(e.__context__))
