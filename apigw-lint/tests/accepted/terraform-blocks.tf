resource "aws_api_gateway_rest_api" "api" {
  name                         = "a"
  disable_execute_api_endpoint = true
  fail_on_warnings             = true
  parameters                   = { basepath = "ignore", endpointConfigurationTypes = "REGIONAL" }
  endpoint_configuration {
    types           = ["REGIONAL"]
    ip_address_type = "dualstack"
  }
  tags = { A = "b" }
}
resource "aws_api_gateway_stage" "s" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  deployment_id         = aws_api_gateway_deployment.d.id
  stage_name            = "v1"
  documentation_version = aws_api_gateway_documentation_version.v.version
  client_certificate_id = aws_api_gateway_client_certificate.c.id
  canary_settings {
    deployment_id            = aws_api_gateway_deployment.d.id
    percent_traffic          = 10
    stage_variable_overrides = { a = "b" }
    use_stage_cache          = false
  }
}
resource "aws_api_gateway_deployment" "d" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  variables   = { version = 1, deployed_at = timestamp() }
  triggers = { a = 1 }
}
resource "aws_api_gateway_client_certificate" "c" { description = "x" }
resource "aws_api_gateway_domain_name" "m" {
  domain_name              = "m.example.com"
  regional_certificate_arn = aws_acm_certificate.c.arn
  endpoint_configuration { types = ["REGIONAL"] }
  mutual_tls_authentication {
    truststore_uri     = "s3://${aws_s3_bucket.b.bucket}/${aws_s3_object.o.key}"
    truststore_version = aws_s3_object.o.version_id
  }
}
resource "aws_api_gateway_domain_name" "self" {
  domain_name             = "e.example.com"
  certificate_name        = "e"
  certificate_body        = file("a.crt")
  certificate_chain       = file("b.crt")
  certificate_private_key = file("c.key")
}
resource "aws_api_gateway_documentation_part" "p" {
  location {
    type   = "METHOD"
    method = "GET"
    path   = "/example"
  }
  properties  = "{\"description\":\"Example description\"}"
  rest_api_id = aws_api_gateway_rest_api.api.id
}
resource "aws_api_gateway_documentation_version" "v" {
  version     = "1"
  rest_api_id = aws_api_gateway_rest_api.api.id
  depends_on  = [aws_api_gateway_documentation_part.p]
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.s.stage_name
  method_path = "a~1b/GET"
  settings { caching_enabled = true }
}
resource "aws_api_gateway_account" "a" { cloudwatch_role_arn = aws_iam_role.r.arn }
resource "aws_api_gateway_rest_api_put" "p" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  body        = file("${path.module}/spec.json")
  fail_on_warnings = true
}
resource "aws_api_gateway_domain_name_access_association" "x" {
  access_association_source      = aws_vpc_endpoint.e.id
  access_association_source_type = "VPCE"
  domain_name_arn                = aws_api_gateway_domain_name.m.arn
}
resource "aws_api_gateway_integration" "stream" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_rest_api.api.root_resource_id
  http_method             = "POST"
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.f.response_streaming_invoke_arn
  response_transfer_mode  = "STREAM"
  timeout_milliseconds    = 900000
}
resource "aws_api_gateway_method" "stream" {
  rest_api_id          = aws_api_gateway_rest_api.api.id
  resource_id          = aws_api_gateway_rest_api.api.root_resource_id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.c.id
  authorization_scopes = aws_cognito_resource_server.r.scope_identifiers
  operation_name       = "stream"
}
resource "aws_api_gateway_authorizer" "c" {
  name          = "c"
  type          = "COGNITO_USER_POOLS"
  rest_api_id   = aws_api_gateway_rest_api.api.id
  provider_arns = [aws_cognito_user_pool.p.arn]
}
resource "aws_api_gateway_integration" "alb" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.r.id
  http_method             = "ANY"
  type                    = "HTTP_PROXY"
  integration_http_method = "ANY"
  uri                     = "http://${aws_lb.a.dns_name}/{proxy}"
  connection_type         = "VPC_LINK"
  connection_id           = aws_apigatewayv2_vpc_link.v.id
  integration_target      = aws_lb.a.arn
  request_parameters      = { "integration.request.path.proxy" = "method.request.path.proxy" }
}
resource "aws_api_gateway_resource" "r" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "{proxy+}"
}
resource "aws_api_gateway_method" "alb" {
  rest_api_id        = aws_api_gateway_rest_api.api.id
  resource_id        = aws_api_gateway_resource.r.id
  http_method        = "ANY"
  authorization      = "NONE"
  request_parameters = { "method.request.path.proxy" = true }
}
resource "aws_api_gateway_gateway_response" "q" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  response_type = "QUOTA_EXCEEDED"
  status_code   = 429
  response_templates = { "application/json" = jsonencode({ message = "$context.error.messageString" }) }
}
resource "aws_api_gateway_usage_plan" "u" {
  name         = "u"
  product_code = "MYCODE"
  dynamic "api_stages" {
    for_each = var.stages
    content {
      api_id = api_stages.value.api_id
      stage  = api_stages.value.stage
      dynamic "throttle" {
        for_each = api_stages.value.throttle
        content {
          path = throttle.key
        }
      }
    }
  }
}
