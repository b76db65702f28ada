#!/usr/bin/env bash
# Runs `apigw lint` with the inputs of the action, which are in the environment.
set -euo pipefail

apigw=${APIGW:-}
if [ -z "$apigw" ]; then
  cargo install --quiet --locked --path "$GITHUB_ACTION_PATH/../../../apigw-cli" --root "$RUNNER_TEMP/apigw"
  apigw=$RUNNER_TEMP/apigw/bin/apigw
fi

# Paths and arguments are separated by blanks, as the inputs say; no name is a pattern.
set -f
# shellcheck disable=SC2206
words=(--format "${FORMAT:-github}" ${ARGUMENTS:-} ${PATHS:-.})
if [ -n "${OUTPUT:-}" ]; then
  "$apigw" lint "${words[@]}" >"$OUTPUT"
else
  "$apigw" lint "${words[@]}"
fi
