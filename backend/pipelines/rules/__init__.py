"""The rules of `project.yaml`, one module a part of the file; numbers as in PY-1 to PY-39."""
