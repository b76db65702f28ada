terraform {
  required_providers { aws = { source = "hashicorp/aws" } }
}
locals {
  cors = {
    "method.response.header.Access-Control-Allow-Headers" = "'Content-Type,X-Amz-Date,Authorization'"
    "method.response.header.Access-Control-Allow-Methods" = "'GET,OPTIONS'"
    "method.response.header.Access-Control-Allow-Origin"  = "'*'"
  }
  methods = { get = "GET", post = "POST" }
}
variable "stage" { default = "dev" }
data "aws_region" "current" {}
data "aws_caller_identity" "me" {}
resource "aws_api_gateway_rest_api" "api" {
  name               = "${var.stage}-api"
  description        = ""
  binary_media_types = ["multipart/form-data"]
  api_key_source     = "AUTHORIZER"
  endpoint_configuration { types = ["EDGE"] }
  lifecycle { create_before_destroy = true }
}
resource "aws_api_gateway_resource" "proxy" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "{proxy+}"
}
resource "aws_api_gateway_method" "proxy" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.proxy.id
  http_method   = "ANY"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.lambda.id
  request_parameters = { "method.request.path.proxy" = true }
}
resource "aws_api_gateway_integration" "proxy" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_method.proxy.resource_id
  http_method             = aws_api_gateway_method.proxy.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = "arn:aws:apigateway:${data.aws_region.current.name}:lambda:path/2015-03-31/functions/${aws_lambda_function.f.arn}/invocations"
  cache_key_parameters    = ["method.request.path.proxy"]
}
resource "aws_api_gateway_method" "options" {
  rest_api_id   = "${aws_api_gateway_rest_api.api.id}"
  resource_id   = "${aws_api_gateway_resource.proxy.id}"
  http_method   = "OPTIONS"
  authorization = "NONE"
}
resource "aws_api_gateway_integration" "options" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.proxy.id
  http_method = aws_api_gateway_method.options.http_method
  type        = "MOCK"
  request_templates = {
    "application/json" = <<EOF
{ "statusCode": 200 }
EOF
  }
}
resource "aws_api_gateway_method_response" "options" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.proxy.id
  http_method         = aws_api_gateway_method.options.http_method
  status_code         = 200
  response_models     = { "application/json" = "Empty" }
  response_parameters = { for name, _ in local.cors : name => true }
}
resource "aws_api_gateway_integration_response" "options" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.proxy.id
  http_method         = aws_api_gateway_method.options.http_method
  status_code         = aws_api_gateway_method_response.options.status_code
  response_parameters = merge(local.cors, { "method.response.header.Vary" = "'Origin'" })
  depends_on          = [aws_api_gateway_integration.options]
}
resource "aws_api_gateway_authorizer" "lambda" {
  name                             = "lambda"
  rest_api_id                      = aws_api_gateway_rest_api.api.id
  authorizer_uri                   = aws_lambda_function.f.invoke_arn
  authorizer_credentials           = aws_iam_role.r.arn
  authorizer_result_ttl_in_seconds = 0
  identity_validation_expression   = "^Bearer .+$"
}
resource "aws_api_gateway_method" "each" {
  for_each         = local.methods
  rest_api_id      = aws_api_gateway_rest_api.api.id
  resource_id      = aws_api_gateway_rest_api.api.root_resource_id
  http_method      = each.value
  authorization    = "AWS_IAM"
  api_key_required = each.key == "post"
}
resource "aws_api_gateway_integration" "each" {
  for_each                = local.methods
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_rest_api.api.root_resource_id
  http_method             = aws_api_gateway_method.each[each.key].http_method
  integration_http_method = each.value
  type                    = "HTTP_PROXY"
  uri                     = "https://${each.key}.example.com/${var.stage}"
  connection_type         = "VPC_LINK"
  connection_id           = "$${stageVariables.link}"
  request_parameters      = { "integration.request.header.X-Stage" = "'${var.stage}'", "integration.request.header.X-Key" = "context.identity.apiKey" }
}
resource "aws_api_gateway_deployment" "d" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  triggers    = { redeploy = sha1(jsonencode(aws_api_gateway_rest_api.api.body)) }
  depends_on  = [aws_api_gateway_integration.each]
}
resource "aws_api_gateway_stage" "s" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  deployment_id         = aws_api_gateway_deployment.d.id
  stage_name            = var.stage
  cache_cluster_enabled = true
  cache_cluster_size    = 0.5
  xray_tracing_enabled  = true
  variables             = { link = aws_api_gateway_vpc_link.l.id }
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.l.arn
    format          = jsonencode({ id = "$context.requestId" })
  }
}
resource "aws_api_gateway_method_settings" "m" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.s.stage_name
  method_path = "*/*"
  settings {
    metrics_enabled        = true
    logging_level          = "INFO"
    throttling_burst_limit = -1
  }
}
resource "aws_api_gateway_gateway_response" "g" {
  for_each            = toset(["DEFAULT_4XX", "DEFAULT_5XX"])
  rest_api_id         = aws_api_gateway_rest_api.api.id
  response_type       = each.value
  response_parameters = { "gatewayresponse.header.Access-Control-Allow-Origin" = "'*'" }
  response_templates  = { "application/json" = "{\"message\":$context.error.messageString}" }
}
resource "aws_api_gateway_usage_plan" "u" {
  name = "u"
  api_stages {
    api_id = aws_api_gateway_rest_api.api.id
    stage  = aws_api_gateway_stage.s.stage_name
    throttle {
      path        = "/a/GET"
      burst_limit = 5
      rate_limit  = 10
    }
  }
  quota_settings {
    limit  = 20
    offset = 2
    period = "WEEK"
  }
  throttle_settings {
    burst_limit = 5
    rate_limit  = 0.5
  }
}
resource "aws_api_gateway_api_key" "k" { name = "k" }
resource "aws_api_gateway_usage_plan_key" "k" {
  key_id        = aws_api_gateway_api_key.k.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.u.id
}
resource "aws_api_gateway_vpc_link" "l" {
  name        = "l"
  target_arns = [aws_lb.n.arn]
}
resource "aws_api_gateway_domain_name" "n" {
  domain_name              = "*.example.com"
  regional_certificate_arn = aws_acm_certificate_validation.c.certificate_arn
  security_policy          = "TLS_1_2"
  endpoint_configuration { types = ["REGIONAL"] }
}
resource "aws_api_gateway_base_path_mapping" "b" {
  api_id      = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.s.stage_name
  domain_name = aws_api_gateway_domain_name.n.domain_name
  base_path   = ""
}
resource "aws_lambda_function" "f" { function_name = "f" }
