locals {
  origin = "'*'"
  name   = "X-Kind"
}

resource "aws_api_gateway_rest_api" "pets" {
  name                     = "pets"
  minimum_compression_size = -1
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "pet" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = "{id}"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id        = aws_api_gateway_rest_api.pets.id
  resource_id        = aws_api_gateway_resource.pet.id
  http_method        = "GET"
  authorization      = "NONE"
  request_parameters = { "method.request.path.id" = true }
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.pets.id
  resource_id             = aws_api_gateway_resource.pet.id
  http_method             = aws_api_gateway_method.get.http_method
  type                    = "HTTP"
  integration_http_method = "GET"
  uri                     = "https://${var.host}/{id}"
  timeout_milliseconds    = 29000
  request_parameters = {
    "integration.request.path.id" = "method.request.path.id"
  }
  request_templates = { "application/json" = file("${path.module}/request.vtl") }
}

resource "aws_api_gateway_method_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.get.http_method
  status_code         = "200"
  response_parameters = { "method.response.header.X-Kind" = "1" }
}

resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id         = aws_api_gateway_rest_api.pets.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.get.http_method
  status_code         = aws_api_gateway_method_response.ok.status_code
  response_parameters = { "method.response.header.${local.name}" = local.origin }
}

resource "aws_api_gateway_deployment" "now" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
}
