import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xStock } from './x-stock';

testRuleExamples(xStock);
