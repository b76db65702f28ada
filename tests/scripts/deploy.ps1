# comment
$api = aws apigateway create-rest-api --name pets --query id --output text
aws apigateway put-method `
  --rest-api-id $api.id `
  --http-method GET `
  --authorization-type NONE
aws apigateway put-integration --rest-api-id $api --resource-id $r --http-method GET --type HTTP --uri "https://$hostName/x"
# apigw: allow(integration-http-method-required) ok
aws apigateway put-integration --rest-api-id $api --resource-id $r --http-method GET --type HTTP --uri 'https://a.b/c'
if ($x) { aws apigateway create-deployment --rest-api-id (aws apigateway get-rest-apis --query 'items[0].id') --stage-nam x }
aws apigateway put-integration --rest-api-id $api --resource-id $r --http-method GET --type MOCK --request-templates '{\"application/json\":\"{\\\"statusCode\\\": 200}\"}'
