#!/bin/bash
# What people write: calls in every place that a shell allows, all but the marked ones right.
set -euo pipefail

API=$(aws apigateway create-rest-api --name "$NAME" --query id --output text)
ROOT=`aws apigateway get-resources --rest-api-id "$API" --query "items[?path=='/'].id" --output text`
EXTRA_ARGS=(--region "$AWS_REGION")
PARTS=(aws apigateway put-method --rest-api-id "$API")

function resource {
    local parent=$1 part=$2
    aws apigateway create-resource --rest-api-id "$API" --parent-id "$parent" --path-part "$part" \
        --query 'id' --output text 2>/dev/null
}

if ! aws apigateway get-rest-api --rest-api-id "$API" >/dev/null 2>&1; then exit 1; fi
for method in GET POST; do
    aws apigateway put-method --rest-api-id "$API" --resource-id "$ROOT" --http-method $method \
        --authorization-type NONE "${EXTRA_ARGS[@]}"
done
aws --region "$AWS_REGION" --output json apigateway put-integration \
    --rest-api-id "$API" --resource-id "$ROOT" --http-method GET \
    --type MOCK \
    --request-templates '{ "application/json": "{\"statusCode\": 200}" }' # a comment
case "$STAGE" in
    dev) aws apigateway create-deployment --rest-api-id "$API" --stage-name dev;;
    (*) aws apigateway create-deployment --rest-api-id $API $DEPLOY_OPTIONS;;
esac
cat <<-EOF
	aws apigateway no-such-operation
	EOF
echo "aws apigateway no-such-operation" | tee log; echo aws apigateway no-such-operation
aws s3 cp apigateway s3://bucket --no-such-option
get_ids | xargs -n 1 aws apigateway delete-rest-api --rest-api-id
get_ids | xargs -I{} aws apigateway delete-resource --rest-api-id "$API" --resource-id {}
$AWS apigateway get-rest-apis
aws apigateway help && aws apigateway put-integration help
"${PARTS[@]}" --http-method GET
aws apigateway put-integration --cli-input-json file://put.json
aws apigateway update-stage --rest-api-id "$API" --stage-name dev --patch-operations \
    op=replace,path=/variables/host,value="$HOST" "op=replace,path=/cacheClusterSize,value=$SIZE"

# From here on each is wrong.
STATUS=$(aws apigateway put-method-respons --rest-api-id "$API")
AWS_PROFILE=dev aws apigateway get-rest-api --rest-ap-id "$API"
sudo -E aws apigateway put-method --rest-api-id "$API" --resource-id "$ROOT" --http-method GTE --authorization-type NONE
timeout 10 aws apigateway create-resource --rest-api-id "$API" --parent-id "$ROOT"
aws apigateway put-integration --rest-api-id "$API" --resource-id "$ROOT" --http-method GET \
    --type AWS_PROXY --timeout-in-millis 30s
while aws apigateway get-stages --limit 5; do sleep 1; done
aws apigateway create-deployment --rest-api-id $API $DEPLOY_OPTIONS --stage-nam prod --dryrun
aws apigateway put-integration --rest-api-id "$API" --resource-id "$ROOT" --http-method GET --type HTTP \
    --uri "https://$HOST/pets" $MORE
aws apigateway put-integration --rest-api-id "$API" --resource-id "$ROOT" --http-method GET --type HTTP --integration-http-method GET \
    --uri "example.com" # apigw: allow(integration-uri-http-form) the linter is to be quiet here
# apigw: allow(integration-uri-http-form) and here
aws apigateway put-integration --rest-api-id "$API" --resource-id "$ROOT" --http-method GET --type HTTP --integration-http-method GET \
    --uri "example.com"
aws apigateway put-integration --rest-api-id "$API" --resource-id "$ROOT" --http-method GET --type HTTP --integration-http-method GET \
    --uri "example.com"
