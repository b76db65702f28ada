resource "aws_api_gateway_rest_api" "spec" {
  name = "spec"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "spec", version = "1.0" }
    paths = {
      "/path1" = {
        get = {
          x-amazon-apigateway-integration = {
            httpMethod           = "GET"
            payloadFormatVersion = "1.0"
            type                 = "HTTP_PROXY"
            uri                  = "https://ip-ranges.amazonaws.com/ip-ranges.json"
          }
        }
      }
    }
  })
  put_rest_api_mode = "merge"
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = [aws_vpc_endpoint.e.id]
  }
}
resource "aws_api_gateway_rest_api" "file" {
  name = "file"
  body = templatefile("${path.module}/openapi.yaml", { arn = aws_lambda_function.f.invoke_arn })
}
resource "aws_api_gateway_rest_api" "yaml" {
  name = "yaml"
  body = <<-EOT
    openapi: 3.0.1
    info: {title: yaml, version: "1"}
    paths:
      /a/{b}:
        get:
          parameters: [{name: b, in: path, required: true, schema: {type: string}}]
          x-amazon-apigateway-integration:
            type: http
            httpMethod: GET
            uri: https://$${stageVariables.host}/{b}
            requestParameters: {integration.request.path.b: method.request.path.b}
            responses: {default: {statusCode: "200"}}
          responses: {"200": {description: ok}}
  EOT
}
resource "aws_api_gateway_rest_api_policy" "p" {
  rest_api_id = aws_api_gateway_rest_api.spec.id
  policy      = data.aws_iam_policy_document.p.json
}
resource "aws_api_gateway_deployment" "d" {
  rest_api_id = aws_api_gateway_rest_api.spec.id
  stage_name  = "prod"
}
