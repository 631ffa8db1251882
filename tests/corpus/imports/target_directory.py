# target: _application first "second word"
