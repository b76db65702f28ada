# Where the shell takes quotes away that API Gateway needs.
put="aws apigateway"
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK \
    --request-parameters integration.request.header.X='static'
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK \
    --request-parameters '{"integration.request.header.X": "static"}'
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK \
    --request-parameters "integration.request.header.X=\"'static'\""
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK \
    --request-templates {"application/json": "{\"statusCode\": 200}"}
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type MOCK \
    --request-templates {"application/json":"x","text/plain":"y"}
aws apigateway tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a --tags {"stage":"$STAGE"}
aws apigateway tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a --tags '{"stage":"'$STAGE'"}'
aws apigateway tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a --tags "{\"stage\":\"$STAGE\"}"
aws apigateway tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a --tags "stage=$STAGE,owner"
aws apigateway tag-resource --resource-arn arn:aws:apigateway:eu-west-1::/restapis/a --tags stage=a,=b
aws apigateway update-account --patch-operations [{"op":"replace","path":"/cloudwatchRoleArn","value":"r"}]
