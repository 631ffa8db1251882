# target: _shadow/main.py
# status: 1
