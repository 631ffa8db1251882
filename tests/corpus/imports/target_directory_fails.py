# target: _application fail
# status: 1
