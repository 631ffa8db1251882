# target: _archive.zip x
# status: 1
