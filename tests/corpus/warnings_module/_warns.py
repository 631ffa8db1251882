import warnings

def call():
    warnings.warn("hidden by default", DeprecationWarning)
    warnings.warn("blamed on the caller", DeprecationWarning, stacklevel=2)
