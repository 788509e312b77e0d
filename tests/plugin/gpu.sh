#!/usr/bin/env bash
# Run every block of the pages on a GPU, on a machine without network whose Python has torch and need have nothing else.
#   bash tests/plugin/gpu.sh pack 3.12   before, with network: fetch what that Python needs into .cache/wheels
#   bash tests/plugin/gpu.sh             there: unpack it, run the blocks, write report/cuda.json, print counts and differences
# DEVICE=cpu REPORT=elsewhere.json rehearses it without a GPU; PYTHON names the Python that has torch.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3} device=${DEVICE:-cuda} wheels=$PWD/.cache/wheels packages=$PWD/.cache/packages

if [ "${1:-}" = pack ]; then
  names='pytest|pytest-markdown-docs|markdown-it-py|markdown|pymdown-extensions|pyyaml|numpy|sympy|matplotlib'
  mapfile -t needed < <(sed -nE "s/^(($names)==[^ ]+).*/\1/p" requirements.txt)
  rm -rf "$wheels"
  "$python" -m pip download --quiet --dest "$wheels" --only-binary :all: --python-version "${2:-3.12}" \
    --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 --constraint constraints.txt "${needed[@]}"
  du -sh "$wheels"
  exit
fi

rm -rf "$packages"
for wheel in "$wheels"/*.whl; do "$python" -m zipfile -e "$wheel" "$packages"; done
export PYTHONPATH=$packages
"$python" --version
"$python" -c 'import torch; print("torch", torch.__version__)'
if [ "$device" = cuda ]; then nvidia-smi --query-gpu=name,driver_version --format=csv,noheader; fi
"$python" -m pytest -q -p no:cacheprovider --device "$device" --report "${REPORT:-report/$device.json}" docs
