# status: 1
def run(text):
    exec(text)


try:
    run("x = = 1")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text, error.filename)
run("""
def f(:
    pass
""")
